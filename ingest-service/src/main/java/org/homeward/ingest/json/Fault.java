package org.homeward.ingest.json;

/// One reading cannot be decoded; becomes that reading's verdict.
public final class Fault extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    /// A fault within one reading.
    ///
    /// @param detail the field's path within the reading and the cause, without the value
    public Fault(int status, String code, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
    }

    public static Fault missing(String field) {
        return new Fault(400, "MISSING_FIELD", field + ": is missing");
    }

    public static Fault invalid(String field, String cause) {
        return new Fault(400, "INVALID_FIELD", field + ": " + cause);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
