package org.homeward.followup.http.body;

/// The same words in each language offered.
public record Words(String en, String fr) {}
