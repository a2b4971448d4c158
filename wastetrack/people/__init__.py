"""Users, memberships, sign-in; builds the Actor."""
