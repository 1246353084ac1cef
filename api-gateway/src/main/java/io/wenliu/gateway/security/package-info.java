/// What browsers are told to allow, and which requests are turned away at the door.
@NullMarked
package io.wenliu.gateway.security;

import org.jspecify.annotations.NullMarked;
