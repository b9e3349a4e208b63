package org.homeward.ingest.json;

import java.util.List;
import java.util.function.IntFunction;
import org.homeward.ingest.sent.SelfReport;
import org.homeward.ingest.sent.SentReading;
import org.homeward.ingest.sent.Verdict;

/// A request's readings: those that could be decoded and the verdicts on those that could not.
///
/// @param fragment the bytes of one reading as sent
public record Decoded(
        List<SentReading> readings,
        List<Verdict.Turned> faults,
        SelfReport report,
        IntFunction<byte[]> fragment) {}
