package org.homeward.alert.evidence;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.homeward.alert.episode.Effect;
import org.homeward.alert.episode.OpenAlert;
import org.homeward.alert.episode.TechnicalAlert;

/// The one sentence that explains an alert, in each language offered.
public final class Sentences {
    private Sentences() {}

    /// By language: `en`, `fr`.
    ///
    /// @param zone the patient's time zone, in which times are written
    public static Map<String, String> of(OpenAlert alert, ZoneId zone) {
        return both(words -> words.raised(alert, zone));
    }

    /// The sentence of an alert after a change.
    public static Map<String, String> of(OpenAlert alert, Effect.Change change, ZoneId zone) {
        return both(words -> words.changed(alert, change, zone));
    }

    public static Map<String, String> of(TechnicalAlert alert) {
        return both(words -> words.technical(alert.kind()));
    }

    private interface Say {
        String in(Words words);
    }

    private static Map<String, String> both(Say say) {
        Map<String, String> sentences = new LinkedHashMap<>();
        sentences.put("en", say.in(new English()));
        sentences.put("fr", say.in(new French()));
        return sentences;
    }
}
