package org.homeward.followup.patient;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// The form in which names are compared: without accents, case, hyphens or apostrophes, so that who
/// types "Legrand-Noel" finds "LEGRAND NOËL".
public final class NameKey {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{Nd}]+");

    private NameKey() {}

    public static String of(String name) {
        String bare =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        return NOT_LETTERS.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
