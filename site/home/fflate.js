// What folder.js takes from fflate to write zip files; the build bundles it into one module.
export { Zip, ZipDeflate } from "fflate";
