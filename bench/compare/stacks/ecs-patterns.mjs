import * as appscaling from 'aws-cdk-lib/aws-applicationautoscaling';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as patterns from 'aws-cdk-lib/aws-ecs-patterns';
import { certificateOf, imagesOf } from './inputs.mjs';

/** The statements of the module's own page, with an image and, where there is a load balancer, a certificate. */
export const ecsPatterns = {
  fargate(stack, images = imagesOf(stack), certificate = certificateOf(stack)) {
    // [fargate]
    new patterns.ApplicationLoadBalancedFargateService(stack, 'Shop', {
      taskImageOptions: {
        image: ecs.ContainerImage.fromEcrRepository(images, '1.0.0'),
        containerPort: 8080,
      },
      certificate,
    });
    // [end]
  },

  ec2(stack, images = imagesOf(stack), certificate = certificateOf(stack)) {
    // [ec2]
    const vpc = new ec2.Vpc(stack, 'Vpc');
    const cluster = new ecs.Cluster(stack, 'Cluster', { vpc });
    cluster.addCapacity('Hosts', {
      instanceType: new ec2.InstanceType('t3.medium'),
      minCapacity: 2,
    });
    new patterns.ApplicationLoadBalancedEc2Service(stack, 'Shop', {
      cluster,
      memoryLimitMiB: 512,
      taskImageOptions: {
        image: ecs.ContainerImage.fromEcrRepository(images, '1.0.0'),
        containerPort: 8080,
      },
      certificate,
    });
    // [end]
  },

  worker(stack, images = imagesOf(stack)) {
    // [worker]
    new patterns.QueueProcessingFargateService(stack, 'Worker', {
      image: ecs.ContainerImage.fromEcrRepository(images, '1.0.0'),
    });
    // [end]
  },

  task(stack, images = imagesOf(stack)) {
    // [task]
    new patterns.ScheduledFargateTask(stack, 'Archive', {
      schedule: appscaling.Schedule.cron({ minute: '0', hour: '3' }),
      scheduledFargateTaskImageOptions: {
        image: ecs.ContainerImage.fromEcrRepository(images, '1.0.0'),
      },
    });
    // [end]
  },
};
