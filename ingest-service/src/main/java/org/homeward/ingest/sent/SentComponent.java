package org.homeward.ingest.sent;

/// One component of a panel as sent.
public record SentComponent(SentCode code, SentValue value) {}
