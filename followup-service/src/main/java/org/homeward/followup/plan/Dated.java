package org.homeward.followup.plan;

/// Something that held, or holds, for a time.
public record Dated<T>(T item, Period period) {}
