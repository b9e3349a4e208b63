package org.homeward.ingest.sent;

import java.util.UUID;

/// The door's answer to one reading.
public sealed interface Verdict {
    int index();

    /// It goes into the log under this id.
    record Admitted(UUID id, SentReading sent) implements Verdict {
        @Override
        public int index() {
            return sent.index();
        }
    }

    /// It is refused for good; the device must not send it again.
    ///
    /// @param status 400 where the form is wrong, 422 where the content cannot be understood
    /// @param detail field path and cause, never the value
    record Turned(int index, int status, String code, String detail) implements Verdict {}
}
