package org.homeward.ingest.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import org.homeward.ingest.json.ReadingsJson;
import org.homeward.ingest.json.Refused;
import org.homeward.ingest.json.StrictJson;
import org.homeward.ingest.profile.Profile;
import org.homeward.ingest.reading.Refusal;

/// Reads a body in whatever format it is said to be.
public final class Bodies {
    private final ReadingsJson own;
    private final SenmlJson senml;
    private final KeyedJson keyed;

    /// Readers for bodies of a size.
    ///
    /// @param mostReadings of one body
    public Bodies(int mostReadings) {
        own = new ReadingsJson(mostReadings);
        senml = new SenmlJson(mostReadings);
        keyed = new KeyedJson(mostReadings);
    }

    /// Reads.
    ///
    /// @param profile the device's; our own JSON needs none
    /// @throws Refused if the body is refused as a whole
    public Body read(Format format, Refusal.Sent sent, Profile profile) throws Refused {
        Body body = as(format, sent, profile);
        return sent.bestEffort() ? body.bestEffort() : body;
    }

    private Body as(Format format, Refusal.Sent sent, Profile profile) throws Refused {
        return switch (format) {
            case OWN -> Body.own(own.decode(sent.body(), sent.deviceId()));
            case SENML -> senml.read(tree(sent.body()), profile, sent.received());
            case KEYED -> keyed.read(tree(sent.body()), profile, sent.received());
            case EITHER -> either(sent, profile);
            case GATEWAY, ASIDE ->
                    throw new Refused(422, "NOT_A_READING", "the topic has no readings");
        };
    }

    private Body either(Refusal.Sent sent, Profile profile) throws Refused {
        JsonNode tree = tree(sent.body());
        return tree.path("readings").isArray()
                ? Body.own(own.decode(sent.body(), sent.deviceId()))
                : keyed.read(tree, profile, sent.received());
    }

    private static JsonNode tree(byte[] body) throws Refused {
        try {
            return StrictJson.objectOrArray(body);
        } catch (StrictJson.Unreadable e) {
            throw new Refused(400, "UNREADABLE", String.valueOf(e.getMessage()));
        }
    }
}
