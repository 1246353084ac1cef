/// Intake over HTTP: submissions and withdrawals, on Kafka before they are answered.
@NullMarked
package io.wenliu.ingest.web;

import org.jspecify.annotations.NullMarked;
