package io.wenliu.gateway.routing;

import io.wenliu.gateway.access.Role;
import java.util.Set;
import org.springframework.http.HttpMethod;

/// One thing the outside may ask for.
///
/// @param path as in OpenAPI, the same at the gateway and at the service
/// @param roles of which one is enough; an operator has them all
record PublicOperation(
    HttpMethod method, String path, Service service, Transfer transfer, Set<Role> roles) {}
