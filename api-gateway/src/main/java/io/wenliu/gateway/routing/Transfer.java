package io.wenliu.gateway.routing;

/// How an operation's bytes travel; in every case they are passed on as they come, never collected.
enum Transfer {
  /// Small and soon complete.
  ANSWER,
  /// The request may be large and slow.
  UPLOAD,
  /// The response has no foreseeable end; every write is flushed.
  STREAM
}
