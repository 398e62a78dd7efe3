;; The matrix product c = a b of float32 arrays, in the memory that NumPy has them in.
;;
;; a (n, k) and b (k, m) may lie there in any order, so a transposed array needs no copy: the next
;; row of a is a_row bytes away, its next column a_column bytes, and so with b. c (n, m) lies row
;; by row. room is for 8 k numbers. None of n, k and m is 0.
;;
;; c is made in tiles of 4 x 8 numbers, which stay in eight registers while k runs. Eight columns of
;; b are put side by side first, unless they lie so. No product is fused with its sum, so every
;; browser gets the same c. Source: Goto and van de Geijn, 2008,
;; https://doi.org/10.1145/1356052.1356053
(module
  (import "python" "memory" (memory 1))

  (func (export "product")
    (param $a i32) (param $a_row i32) (param $a_column i32)
    (param $b i32) (param $b_row i32) (param $b_column i32)
    (param $c i32) (param $room i32)
    (param $n i32) (param $k i32) (param $m i32)
    (local $i i32) (local $j i32) (local $left i32)
    (local $panel i32) (local $panel_row i32)
    (loop $columns
      (local.set $left (i32.sub (local.get $m) (local.get $j)))
      (local.set $panel (i32.add (local.get $b) (i32.mul (local.get $j) (local.get $b_column))))
      (local.set $panel_row (local.get $b_row))
      (if (i32.or (i32.ne (local.get $b_column) (i32.const 4)) (i32.lt_s (local.get $left) (i32.const 8)))
        (then
          (call $pack (local.get $panel) (local.get $b_row) (local.get $b_column)
            (local.get $room) (local.get $k) (local.get $left))
          (local.set $panel (local.get $room))
          (local.set $panel_row (i32.const 32))))
      (local.set $i (i32.const 0))
      (loop $rows
        (call $tile
          (i32.add (local.get $a) (i32.mul (local.get $i) (local.get $a_row)))
          (local.get $a_row) (local.get $a_column)
          (local.get $panel) (local.get $panel_row)
          (i32.add (local.get $c)
            (i32.shl (i32.add (i32.mul (local.get $i) (local.get $m)) (local.get $j)) (i32.const 2)))
          (i32.shl (local.get $m) (i32.const 2))
          (i32.sub (local.get $n) (local.get $i)) (local.get $left) (local.get $k))
        (local.set $i (i32.add (local.get $i) (i32.const 4)))
        (br_if $rows (i32.lt_s (local.get $i) (local.get $n))))
      (local.set $j (i32.add (local.get $j) (i32.const 8)))
      (br_if $columns (i32.lt_s (local.get $j) (local.get $m)))))

  ;; Put up to 8 columns of b side by side, row after row; what is missing to 8 is the last again.
  (func $pack
    (param $b i32) (param $b_row i32) (param $b_column i32)
    (param $to i32) (param $k i32) (param $columns i32)
    (local $1 i32) (local $2 i32) (local $3 i32) (local $4 i32)
    (local $5 i32) (local $6 i32) (local $7 i32) (local $end i32)
    (local.set $end (i32.add (local.get $to) (i32.shl (local.get $k) (i32.const 5))))
    (local.set $1 (call $next (local.get $b) (local.get $b_column) (i32.gt_s (local.get $columns) (i32.const 1))))
    (local.set $2 (call $next (local.get $1) (local.get $b_column) (i32.gt_s (local.get $columns) (i32.const 2))))
    (local.set $3 (call $next (local.get $2) (local.get $b_column) (i32.gt_s (local.get $columns) (i32.const 3))))
    (local.set $4 (call $next (local.get $3) (local.get $b_column) (i32.gt_s (local.get $columns) (i32.const 4))))
    (local.set $5 (call $next (local.get $4) (local.get $b_column) (i32.gt_s (local.get $columns) (i32.const 5))))
    (local.set $6 (call $next (local.get $5) (local.get $b_column) (i32.gt_s (local.get $columns) (i32.const 6))))
    (local.set $7 (call $next (local.get $6) (local.get $b_column) (i32.gt_s (local.get $columns) (i32.const 7))))
    (loop $row
      (v128.store (local.get $to)
        (v128.load32_lane 3 (local.get $3) (v128.load32_lane 2 (local.get $2)
          (v128.load32_lane 1 (local.get $1) (v128.load32_zero (local.get $b))))))
      (v128.store offset=16 (local.get $to)
        (v128.load32_lane 3 (local.get $7) (v128.load32_lane 2 (local.get $6)
          (v128.load32_lane 1 (local.get $5) (v128.load32_zero (local.get $4))))))
      (local.set $b (i32.add (local.get $b) (local.get $b_row)))
      (local.set $1 (i32.add (local.get $1) (local.get $b_row)))
      (local.set $2 (i32.add (local.get $2) (local.get $b_row)))
      (local.set $3 (i32.add (local.get $3) (local.get $b_row)))
      (local.set $4 (i32.add (local.get $4) (local.get $b_row)))
      (local.set $5 (i32.add (local.get $5) (local.get $b_row)))
      (local.set $6 (i32.add (local.get $6) (local.get $b_row)))
      (local.set $7 (i32.add (local.get $7) (local.get $b_row)))
      (local.set $to (i32.add (local.get $to) (i32.const 32)))
      (br_if $row (i32.lt_u (local.get $to) (local.get $end)))))

  ;; The next row or column, if there is one; else the same again.
  (func $next (param $at i32) (param $step i32) (param $more i32) (result i32)
    (i32.add (local.get $at) (i32.mul (local.get $step) (local.get $more))))

  ;; Make a tile of c: up to 4 rows of a by a panel of b. Rows that aren't there are the last again.
  (func $tile
    (param $a i32) (param $a_row i32) (param $a_column i32)
    (param $b i32) (param $b_row i32)
    (param $c i32) (param $c_row i32)
    (param $rows i32) (param $columns i32) (param $k i32)
    (local $a1 i32) (local $a2 i32) (local $a3 i32) (local $c1 i32) (local $c2 i32) (local $c3 i32)
    (local $left v128) (local $right v128) (local $x v128)
    (local $0l v128) (local $0r v128) (local $1l v128) (local $1r v128)
    (local $2l v128) (local $2r v128) (local $3l v128) (local $3r v128)
    (local.set $a1 (call $next (local.get $a) (local.get $a_row) (i32.gt_s (local.get $rows) (i32.const 1))))
    (local.set $a2 (call $next (local.get $a1) (local.get $a_row) (i32.gt_s (local.get $rows) (i32.const 2))))
    (local.set $a3 (call $next (local.get $a2) (local.get $a_row) (i32.gt_s (local.get $rows) (i32.const 3))))
    (local.set $c1 (call $next (local.get $c) (local.get $c_row) (i32.gt_s (local.get $rows) (i32.const 1))))
    (local.set $c2 (call $next (local.get $c1) (local.get $c_row) (i32.gt_s (local.get $rows) (i32.const 2))))
    (local.set $c3 (call $next (local.get $c2) (local.get $c_row) (i32.gt_s (local.get $rows) (i32.const 3))))
    (loop $sum
      (local.set $left (v128.load align=4 (local.get $b)))
      (local.set $right (v128.load offset=16 align=4 (local.get $b)))
      (local.set $x (v128.load32_splat (local.get $a)))
      (local.set $0l (f32x4.add (f32x4.mul (local.get $x) (local.get $left)) (local.get $0l)))
      (local.set $0r (f32x4.add (f32x4.mul (local.get $x) (local.get $right)) (local.get $0r)))
      (local.set $x (v128.load32_splat (local.get $a1)))
      (local.set $1l (f32x4.add (f32x4.mul (local.get $x) (local.get $left)) (local.get $1l)))
      (local.set $1r (f32x4.add (f32x4.mul (local.get $x) (local.get $right)) (local.get $1r)))
      (local.set $x (v128.load32_splat (local.get $a2)))
      (local.set $2l (f32x4.add (f32x4.mul (local.get $x) (local.get $left)) (local.get $2l)))
      (local.set $2r (f32x4.add (f32x4.mul (local.get $x) (local.get $right)) (local.get $2r)))
      (local.set $x (v128.load32_splat (local.get $a3)))
      (local.set $3l (f32x4.add (f32x4.mul (local.get $x) (local.get $left)) (local.get $3l)))
      (local.set $3r (f32x4.add (f32x4.mul (local.get $x) (local.get $right)) (local.get $3r)))
      (local.set $a (i32.add (local.get $a) (local.get $a_column)))
      (local.set $a1 (i32.add (local.get $a1) (local.get $a_column)))
      (local.set $a2 (i32.add (local.get $a2) (local.get $a_column)))
      (local.set $a3 (i32.add (local.get $a3) (local.get $a_column)))
      (local.set $b (i32.add (local.get $b) (local.get $b_row)))
      (br_if $sum (local.tee $k (i32.sub (local.get $k) (i32.const 1)))))
    (call $store (local.get $c) (local.get $0l) (local.get $0r) (local.get $columns))
    (call $store (local.get $c1) (local.get $1l) (local.get $1r) (local.get $columns))
    (call $store (local.get $c2) (local.get $2l) (local.get $2r) (local.get $columns))
    (call $store (local.get $c3) (local.get $3l) (local.get $3r) (local.get $columns)))

  ;; Write a row of a tile, as many of its 8 numbers as there are columns.
  (func $store (param $c i32) (param $left v128) (param $right v128) (param $columns i32)
    (if (i32.ge_s (local.get $columns) (i32.const 8))
      (then
        (v128.store align=4 (local.get $c) (local.get $left))
        (v128.store offset=16 align=4 (local.get $c) (local.get $right))
        (return)))
    (if (i32.ge_s (local.get $columns) (i32.const 4))
      (then
        (v128.store align=4 (local.get $c) (local.get $left))
        (local.set $left (local.get $right))
        (local.set $c (i32.add (local.get $c) (i32.const 16)))
        (local.set $columns (i32.sub (local.get $columns) (i32.const 4)))))
    (if (i32.ge_s (local.get $columns) (i32.const 1)) (then (v128.store32_lane 0 (local.get $c) (local.get $left))))
    (if (i32.ge_s (local.get $columns) (i32.const 2)) (then (v128.store32_lane offset=4 1 (local.get $c) (local.get $left))))
    (if (i32.ge_s (local.get $columns) (i32.const 3)) (then (v128.store32_lane offset=8 2 (local.get $c) (local.get $left)))))
)
