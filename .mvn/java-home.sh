# Sourced by mvnw and wenliu: points JAVA_HOME at a Java 25 or newer, or says what is missing.
# Order: JAVA_HOME, java on the path, the usual JVM folders.

wenliu_java_major() {
  # prints the feature version of the JDK in $1, nothing when there is none
  [ -x "$1/bin/javac" ] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null
}

wenliu_find_java() {
  on_path=$(command -v java 2>/dev/null) && on_path=$(readlink -f "$on_path") && on_path=${on_path%/bin/java}
  for candidate in "${JAVA_HOME:-}" "${on_path:-}" /usr/lib/jvm/* /opt/java/* /opt/jdk* \
    "$HOME"/.sdkman/candidates/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$candidate" ] || continue
    major=$(wenliu_java_major "$candidate")
    if [ -n "$major" ] && [ "$major" -ge 25 ]; then
      JAVA_HOME=$candidate
      export JAVA_HOME
      return 0
    fi
  done
  echo "Wenliu needs a Java 25 JDK and found none (looked at JAVA_HOME, java on the path and /usr/lib/jvm)." >&2
  echo "Install Temurin 25 (https://adoptium.net) or set JAVA_HOME to a JDK 25." >&2
  return 1
}

wenliu_find_java || exit 1
