"""A vehicle with its crew and waybill on the road."""
