package org.homeward.followup.db;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.homeward.followup.FollowUpConfig;

/// Runs the demo's migrations only where the demo is wanted; nothing of it reaches a hospital.
@Singleton
class DemoMigrations implements FlywayConfigurationCustomizer {
    private final boolean demo;

    @Inject
    DemoMigrations(FollowUpConfig config) {
        this.demo = config.demo();
    }

    @Override
    public void customize(FluentConfiguration flyway) {
        flyway.ignoreMigrationPatterns("repeatable:missing", "*:future");
        if (demo) {
            flyway.locations("db/migration", "db/demo");
        } else {
            flyway.locations("db/migration");
        }
    }
}
