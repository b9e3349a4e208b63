package org.homeward.followup.db.file;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.homeward.followup.file.DataKey;
import org.homeward.followup.patient.Identifier;
import org.homeward.followup.patient.Identity;
import org.jspecify.annotations.Nullable;

/// An identity's columns as they lie in the table. Lists are joined by control characters, which no
/// name or number may hold.
final class SealedIdentity {
    private static final String UNIT = "\u001f";
    private static final String RECORD = "\u001e";

    private final byte[] family;
    private final byte[] given;
    private final byte @Nullable [] birthDate;
    private final byte[] identifiers;
    private final byte @Nullable [] phone;

    SealedIdentity(
            byte[] family,
            byte[] given,
            byte @Nullable [] birthDate,
            byte[] identifiers,
            byte @Nullable [] phone) {
        this.family = family;
        this.given = given;
        this.birthDate = birthDate;
        this.identifiers = identifiers;
        this.phone = phone;
    }

    static SealedIdentity of(Identity identity, DataKey key) {
        LocalDate born = identity.birthDate();
        String number = identity.phone();
        String numbers =
                identity.identifiers().stream()
                        .map(i -> i.system() + UNIT + i.value())
                        .collect(Collectors.joining(RECORD));
        return new SealedIdentity(
                key.seal("family", identity.family()),
                key.seal("given", String.join(UNIT, identity.given())),
                born == null ? null : key.seal("birth_date", born.toString()),
                key.seal("identifiers", numbers),
                number == null ? null : key.seal("phone", number));
    }

    Identity open(DataKey key) {
        return new Identity(
                key.open("family", family),
                givenNames(key, given),
                birthDate == null ? null : LocalDate.parse(key.open("birth_date", birthDate)),
                split(key.open("identifiers", identifiers), RECORD).stream()
                        .map(SealedIdentity::identifier)
                        .toList(),
                phone == null ? null : key.open("phone", phone));
    }

    static List<String> givenNames(DataKey key, byte[] given) {
        return split(key.open("given", given), UNIT);
    }

    byte[] family() {
        return family;
    }

    byte[] given() {
        return given;
    }

    byte @Nullable [] birthDate() {
        return birthDate;
    }

    byte[] identifiers() {
        return identifiers;
    }

    byte @Nullable [] phone() {
        return phone;
    }

    private static Identifier identifier(String joined) {
        int at = joined.indexOf(UNIT);
        return new Identifier(joined.substring(0, at), joined.substring(at + 1));
    }

    private static List<String> split(String joined, String separator) {
        return joined.isEmpty() ? List.of() : Arrays.asList(joined.split(separator, -1));
    }
}
