package org.homeward.alert.rule;

/// A rule is data: what it watches, how urgent it is, and where it comes from. Kinds are sealed so
/// that the compiler finds every place that must know a new one.
public sealed interface Rule permits Threshold {
    String id();

    String version();

    /// The canonical LOINC code of the measure.
    String code();

    Priority priority();

    Origin origin();
}
