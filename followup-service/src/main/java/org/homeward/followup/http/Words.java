package org.homeward.followup.http;

/// The same words in each language offered.
record Words(String en, String fr) {}
