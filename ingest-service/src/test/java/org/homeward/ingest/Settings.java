package org.homeward.ingest;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/// The service's settings as they are with some values set.
public final class Settings {
    private Settings() {}

    public static IngestConfig of(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withMapping(IngestConfig.class)
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .build()
                .getConfigMapping(IngestConfig.class);
    }
}
