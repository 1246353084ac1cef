# One pattern for every service: docker build --build-arg SERVICE=ingest-service -t wenliu/ingest-service .
# Needs the runnable jars: ./mvnw -Dquick -DskipTests package
ARG BASE=eclipse-temurin:25-jre

FROM ${BASE} AS layers
ARG SERVICE
COPY ${SERVICE}/target/${SERVICE}-*-app.jar /app.jar
RUN java -Djarmode=tools -jar /app.jar extract --layers --launcher --destination /layers

FROM ${BASE}
# Ids without a name: the base image need not know the user.
RUN mkdir -p /var/lib/wenliu/claims && chown -R 10001:10001 /var/lib/wenliu
USER 10001:10001
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
EXPOSE 8080
# exec form: the JVM is process 1 and gets SIGTERM itself, so that its graceful shutdown runs.
ENTRYPOINT ["java", "org.springframework.boot.loader.launch.JarLauncher"]
