package org.homeward.ingest.dialect;

/// How a body is written.
public enum Format {
    /// Our own JSON, which needs no profile and whose source is not kept.
    OWN("application/json"),
    /// RFC 8428 as JSON.
    SENML("application/senml+json"),
    /// `{"key":value}`, `{"ts":...,"values":{...}}` or an array of these, as ThingsBoard takes
    /// them.
    KEYED("application/json; format=keyed"),
    /// Our own JSON where it has `readings`, or else [#KEYED].
    EITHER("application/json; format=keyed"),
    /// What a ThingsBoard gateway says of its devices: by name, each [#KEYED].
    GATEWAY("application/json; format=gateway"),
    /// What a device of another platform tells beside its readings; kept as a refusal.
    ASIDE("application/octet-stream");

    private final String type;

    Format(String type) {
        this.type = type;
    }

    /// The media type under which the source bytes are kept.
    public String type() {
        return type;
    }

    /// The format of what is said of one device.
    public Format ofOne() {
        return this == GATEWAY ? KEYED : this;
    }

    /// The format of a media type; our own for all that is not another's.
    public static Format of(String mediaType) {
        return mediaType.equals(SENML.type) ? SENML : OWN;
    }
}
