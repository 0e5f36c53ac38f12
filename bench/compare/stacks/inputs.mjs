import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { Repository } from 'aws-cdk-lib/aws-ecr';
import { Code, Runtime } from 'aws-cdk-lib/aws-lambda';
import { fileURLToPath } from 'node:url';

export const handlerFolder = fileURLToPath(new URL('../handler', import.meta.url));

/** What every library is given alike: the function's code, an image, a certificate. */
export const runtime = Runtime.NODEJS_24_X;
export const handler = 'index.handler';
export const code = () => Code.fromAsset(handlerFolder);
export const imagesOf = stack => Repository.fromRepositoryName(stack, 'Images', 'shop');
export const certificateOf = stack =>
  Certificate.fromCertificateArn(stack, 'Certificate', 'arn:aws:acm:us-east-1:123456789012:certificate/1');
