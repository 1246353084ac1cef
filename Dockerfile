# One pattern for every service: docker build --build-arg SERVICE=ingest-service -t wenliu/ingest-service .
# Needs the runnable jars: ./mvnw -Dquick -DskipTests package
ARG BASE=eclipse-temurin:25-jre

FROM ${BASE} AS layers
ARG SERVICE
COPY ${SERVICE}/target/${SERVICE}-*-app.jar /app.jar
RUN java -Djarmode=tools -jar /app.jar extract --layers --destination /layers

FROM ${BASE}
# Ids without a name: the base image need not know the user.
RUN mkdir -p /var/lib/wenliu/claims && chown -R 10001:10001 /var/lib/wenliu
WORKDIR /app
# From what changes least to what changes with every commit: a new build pushes the last layer only.
COPY --from=layers /layers/dependencies/ ./
COPY --from=layers /layers/spring-boot-loader/ ./
COPY --from=layers /layers/snapshot-dependencies/ ./
COPY --from=layers /layers/application/ ./
ENV SERVER_ADDRESS=0.0.0.0 \
    SERVER_PORT=8080 \
    WENLIU_CLAIM_STORE_DIR=/var/lib/wenliu/claims \
    JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=60 -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED"
# What a JVM learns in a start, for all later ones (docs/adr/0028): a start that ends before the service
# listens or asks for another server. A heap that lays objects out as that of a small container does,
# however large this machine is. On loopback, where the gateway wants no keys. Temporary files go with
# their folder: the JVM halts.
RUN mkdir /tmp/start \
    && SERVER_ADDRESS=127.0.0.1 java -Xmx512m -Djava.io.tmpdir=/tmp/start -XX:AOTCacheOutput=start.aot -Xlog:aot*=error \
        -Dspring.context.exit=onRefresh -jar app.jar \
    && rm -rf /tmp/start
USER 10001:10001
EXPOSE 8080
# exec form: the JVM is process 1 and gets SIGTERM itself, so that its graceful shutdown runs.
ENTRYPOINT ["java", "-XX:AOTCache=start.aot", "-Xlog:aot*=error,cds*=error", "-jar", "app.jar"]
