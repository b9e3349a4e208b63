package org.homeward.ingest;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.homeward.kit.test.RealStack;

/// The service on a real PostgreSQL and Kafka.
@QuarkusTestResource(
        value = RealStack.class,
        initArgs = {@ResourceArg(name = "schema", value = "ingest")})
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface IngestTest {}
