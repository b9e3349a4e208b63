package org.homeward.gateway.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.homeward.gateway.role.Permission;

/// The permission a resource method needs. Where the route has a `{patientId}`, the filter decides
/// about that patient before the method runs; elsewhere it decides about the function, and the
/// method asks [Access] once it knows the patient. A method without it is refused.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Requires {
    Permission value();
}
