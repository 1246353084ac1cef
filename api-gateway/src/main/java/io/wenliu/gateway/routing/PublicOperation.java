package io.wenliu.gateway.routing;

import org.springframework.http.HttpMethod;

/// One thing the outside may ask for.
///
/// @param path as in OpenAPI, the same at the gateway and at the service
record PublicOperation(HttpMethod method, String path, Service service, Transfer transfer) {}
