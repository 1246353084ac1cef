#!/usr/bin/env bash
# Makes images named like the real ones, from what the build has assembled; see README.md here.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
here=$root/local-stack/stand-in-images
. "$root/.mvn/java-home.sh"

for needed in debootstrap docker; do
  command -v "$needed" >/dev/null || {
    echo "$needed is missing (apt-get install debootstrap docker.io)." >&2
    exit 1
  }
done
for home in kafka elasticsearch; do
  [ -d "$root/local-stack/$home-home/target/$home-home/lib" ] || {
    echo "Build first: ./mvnw -Dquick -DskipTests package -pl local-stack -am" >&2
    exit 1
  }
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

java_base() {
  debootstrap --variant=minbase bookworm "$work/base" >"$work/debootstrap.log" ||
    { tail -n 20 "$work/debootstrap.log" >&2 && return 1; }
  rm -rf "$work/base"/var/cache/apt/* "$work/base"/var/lib/apt/lists/* "$work/base"/usr/share/{doc,man,locale}/*
  # The whole JDK: Elasticsearch's modules ask for jdk.jlink, which no linked runtime can have.
  cp -rL "$JAVA_HOME" "$work/base/opt/java"
  tar -C "$work/base" -c . | docker import \
    --change 'ENV PATH=/opt/java/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' \
    --change 'ENV JAVA_HOME=/opt/java' --change 'ENV LANG=C.UTF-8' - eclipse-temurin:25-jre
}

# image NAME TAG: the stand-in's Dockerfile, its start script and the assembled home.
image() {
  local context=$work/$1
  mkdir "$context"
  cp -r "$here/$1/." "$root/local-stack/$1-home/target/$1-home" "$context"
  docker build --tag "$2" "$context"
}

docker image inspect eclipse-temurin:25-jre >/dev/null 2>&1 || java_base
image kafka apache/kafka:4.2.1
image elasticsearch docker.elastic.co/elasticsearch/elasticsearch:9.5.3
docker image ls
