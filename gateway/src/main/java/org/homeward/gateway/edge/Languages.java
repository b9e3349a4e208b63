package org.homeward.gateway.edge;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;

/// The languages offered: English, and French for whom it comes first.
public final class Languages {
    private Languages() {}

    public static String of(HttpHeaders headers) {
        for (Locale locale : headers.getAcceptableLanguages()) {
            if (locale.getLanguage().equals("fr") || locale.getLanguage().equals("en")) {
                return locale.getLanguage();
            }
        }
        return "en";
    }
}
