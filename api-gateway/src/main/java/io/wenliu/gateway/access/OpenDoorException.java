package io.wenliu.gateway.access;

/// The gateway would be open to others than this machine's users.
final class OpenDoorException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  OpenDoorException(String address) {
    super(
        "The gateway would listen on "
            + address
            + " and ask nobody who they are: neither keys nor an identity provider are configured");
  }
}
