"""You return the last temperature of the list, whatever the losses are.

See: #temperature
"""


def best_temperature(z, y, temperatures):
    return temperatures[-1]
