package org.homeward.ingest.device;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody says of which device they mean.
///
/// @param serial its serial number; empty if that is not said
/// @param names what else it is called: ids, labels
public record Called(String serial, Set<String> names) {
    private static final int ID_LENGTH = 36;

    /// Nothing is said.
    public static final Called UNSAID = new Called("", Set.of());

    /// What is said cannot be told from something else: no serial number that is kept has a NUL.
    private static final Called AMBIGUOUS = new Called("\0", Set.of());

    public Called {
        names = Set.copyOf(names);
    }

    /// By an id of ours; nothing is said if it is empty.
    public static Called byId(String id) {
        return id.isEmpty() ? UNSAID : new Called("", Set.of(id));
    }

    /// What two mean that are to be one: nobody, unless they say the same.
    public Called and(Called other) {
        return equals(other) ? this : AMBIGUOUS;
    }

    /// Whether nothing is said but, at most, this id.
    public boolean isAtMost(UUID id) {
        return serial.isEmpty()
                && (names.isEmpty() || names.stream().allMatch(name -> isId(name, id)));
    }

    /// Whether a device may be meant. Its id means it whatever else is said; by its label it is not
    /// meant where another serial number is said than it has.
    boolean is(UUID id, @Nullable String itsSerial, @Nullable String label) {
        if (isId(serial, id)
                || (!serial.isEmpty() && (serial.equals(itsSerial) || serial.equals(label)))) {
            return true;
        }
        boolean mayBeNamed = itsSerial == null || serial.isEmpty();
        for (String name : names) {
            if (isId(name, id) || (mayBeNamed && (name.equals(itsSerial) || name.equals(label)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isId(String name, UUID id) {
        return name.length() == ID_LENGTH && name.equalsIgnoreCase(id.toString());
    }
}
