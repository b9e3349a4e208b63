package org.homeward.gateway.fhir;

import jakarta.inject.Inject;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/// Resources as bodies, written without blocking the event loop.
@Provider
@Produces(FhirJson.MEDIA_TYPE)
public class FhirWriter implements ServerMessageBodyWriter<IBaseResource> {
    private final FhirJson json;

    @Inject
    FhirWriter(FhirJson json) {
        this.json = json;
    }

    @Override
    public boolean isWriteable(
            Class<?> type, Type generic, ResteasyReactiveResourceInfo target, MediaType media) {
        return IBaseResource.class.isAssignableFrom(type);
    }

    @Override
    public boolean isWriteable(
            Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return IBaseResource.class.isAssignableFrom(type);
    }

    @Override
    public void writeResponse(IBaseResource resource, Type generic, ServerRequestContext context) {
        context.serverResponse().end(json.encode(resource));
    }

    @Override
    public void writeTo(
            IBaseResource resource,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        out.write(json.encode(resource).getBytes(StandardCharsets.UTF_8));
    }
}
