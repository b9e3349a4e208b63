package org.homeward.launcher;

/// The stack cannot do what was asked, for a reason the person at the keyboard can act on: the
/// message is what they read, without a stack trace.
public final class LaunchFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LaunchFailure(String message) {
        super(message);
    }

    public LaunchFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
