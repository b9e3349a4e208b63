package org.homeward.gateway.fhir.search;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.homeward.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// A search's parameters, all of which are offered: an unknown one is refused, since leaving it out
/// would answer more than was asked for.
public final class SearchQuery {
    static final String PAGE = "_page";
    private static final String COUNT = "_count";
    private static final Set<String> ALWAYS = Set.of(COUNT, PAGE, "_format");
    private static final int DEFAULT_COUNT = 50;
    private static final int MOST = 200;

    private final String base;
    private final MultivaluedMap<String, String> given;

    private SearchQuery(String base, MultivaluedMap<String, String> given) {
        this.base = base;
        this.given = given;
    }

    /// The search that a request asks for.
    ///
    /// @throws Problem 400 for a parameter that is not offered
    public static SearchQuery of(UriInfo uri, Offer offer) {
        MultivaluedMap<String, String> given = uri.getQueryParameters();
        for (String name : given.keySet()) {
            if (!ALWAYS.contains(name) && !offer.has(name)) {
                throw refused(name, "is not a search parameter of " + offer.type() + " here");
            }
        }
        return new SearchQuery(Searchset.base(uri), given);
    }

    /// A parameter's value, if it has one.
    ///
    /// @throws Problem 400 if it is given more than once
    public Optional<String> one(String name) {
        List<String> values = all(name);
        if (values.size() > 1) {
            throw refused(name, "may be given once");
        }
        return values.stream().findFirst();
    }

    public List<String> all(String name) {
        return given.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /// Whether any of these is given.
    public boolean has(String... names) {
        return Stream.of(names).anyMatch(name -> !all(name).isEmpty());
    }

    /// The values of a token, any of which may match.
    public List<Token> tokens(String name) {
        return one(name).stream()
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .map(Token::of)
                .toList();
    }

    /// The ids of `_id`; what is no UUID is unknown and so left out.
    public List<UUID> ids() {
        List<UUID> ids = new ArrayList<>();
        tokens("_id").forEach(token -> uuid(token.code()).ifPresent(ids::add));
        return ids;
    }

    /// The patient of `patient` or `subject`: an id, `Patient/id`, or this facade's URL of it.
    ///
    /// @throws Problem 404 for what is no patient's id, as for one that is unknown
    public Optional<UUID> patient() {
        List<String> values =
                Stream.of("patient", "subject")
                        .flatMap(name -> one(name).stream())
                        .distinct()
                        .toList();
        if (values.size() > 1) {
            throw refused("subject", "says another patient than patient");
        }
        return values.stream().findFirst().map(this::patient);
    }

    private UUID patient(String value) {
        String id = value.startsWith(base + "/") ? value.substring(base.length() + 1) : value;
        id = id.startsWith("Patient/") ? id.substring("Patient/".length()) : id;
        return uuid(id).orElseThrow(Problem::notFound);
    }

    static Optional<UUID> uuid(String text) {
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equalsIgnoreCase(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public int count() {
        try {
            int count = one(COUNT).map(Integer::valueOf).orElse(DEFAULT_COUNT);
            if (count > 0) {
                return Math.min(count, MOST);
            }
        } catch (NumberFormatException e) {
            throw refused(COUNT, "must be a whole number above 0");
        }
        throw refused(COUNT, "must be a whole number above 0");
    }

    public @Nullable String cursor() {
        return one(PAGE).orElse(null);
    }

    public static Problem refused(String parameter, String why) {
        return new Problem(400, "BAD_PARAMETER", "Parameter " + shown(parameter) + " " + why + ".")
                .field(shown(parameter), why);
    }

    /// A name that the caller made up is not echoed at length, nor with markup.
    private static String shown(String parameter) {
        String plain = parameter.replaceAll("[^A-Za-z0-9_.:-]", "?");
        return plain.substring(0, Math.min(40, plain.length()));
    }

    /// A token: `code`, `system|code` or `|code`.
    ///
    /// @param system null when any system will do
    public record Token(@Nullable String system, String code) {
        static Token of(String text) {
            int bar = text.indexOf('|');
            return bar < 0
                    ? new Token(null, text)
                    : new Token(text.substring(0, bar), text.substring(bar + 1));
        }

        public boolean matches(String otherSystem, String otherCode) {
            return code.equals(otherCode) && (system == null || system.equals(otherSystem));
        }
    }
}
