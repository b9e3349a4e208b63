package org.homeward.gateway.edge;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The query parameters of a call to a service, without those that were not given.
public final class Query {
    private final Map<String, String> parameters = new LinkedHashMap<>();

    public Query with(String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value.toString());
        }
        return this;
    }

    public Map<String, String> parameters() {
        return Map.copyOf(parameters);
    }
}
