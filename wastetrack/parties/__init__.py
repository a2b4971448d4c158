"""Units, sites, storage, licences, vehicles and crews."""
