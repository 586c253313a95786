# SPDX-License-Identifier: Apache-2.0

output "url" {
  description = "Address of the gateway."
  value       = "http://${aws_lb.this.dns_name}"
}

output "repositories" {
  description = "Where images are pushed to, by service."
  value       = { for name, repository in aws_ecr_repository.this : name => repository.repository_url }
}
