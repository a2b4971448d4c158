"""What may be done in the treatments room: record a treatment, add new waste that it left."""
