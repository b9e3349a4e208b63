package org.homeward.followup.file;

/// Two registrations of one identifier met; whoever came second asks again and finds the first.
public final class IdentifierTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public IdentifierTaken() {
        super("an identifier belongs to another patient", null, false, false);
    }
}
