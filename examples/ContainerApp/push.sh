#!/usr/bin/env bash
# Builds the image of this folder, pushes it into a repository of ECR, and prints its digest.
#
#   push.sh REPOSITORY_URI [TAG]     TAG is the commit unless given; the repository refuses a tag that it has
#   IMAGE_BUILDER=sdk                builds with the .NET SDK in place of a Dockerfile and Docker's engine
#   IMAGE_PLATFORM=linux/arm64       for tasks with CpuArchitecture.ARM64; linux/amd64 unless given
set -euo pipefail

folder=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
uri=${1:?the URI of the repository, an output of its stack}
tag=${2:-$(git -C "$folder" rev-parse --short=12 HEAD)}
platform=${IMAGE_PLATFORM:-linux/amd64}
registry=${uri%%/*}
repository=${uri#*/}

digest() {
  aws ecr describe-images --repository-name "$repository" --image-ids "imageTag=$tag" \
    --query 'imageDetails[0].imageDigest' --output text
}

# A second run of the same commit finds the image of the first.
if digest 2> /dev/null; then
  exit
fi

aws ecr get-login-password | docker login --username AWS --password-stdin "$registry" >&2

if [ "${IMAGE_BUILDER:-docker}" = sdk ]; then
  dotnet publish "$folder" -t:PublishContainer --configuration Release --os linux --arch "$(sed 's/.*amd64/x64/; s/.*arm64/arm64/' <<< "$platform")" \
    -p:ContainerRegistry="$registry" -p:ContainerRepository="$repository" -p:ContainerImageTag="$tag" >&2
else
  docker build --platform "$platform" --tag "$uri:$tag" "$folder" >&2
  docker push "$uri:$tag" >&2
fi

digest
