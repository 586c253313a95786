# SPDX-License-Identifier: Apache-2.0

output "log_group_name" {
  description = "Log group of its lines."
  value       = aws_cloudwatch_log_group.this.name
}

output "security_group_id" {
  description = "Its security group."
  value       = aws_security_group.this.id
}

output "task_role_name" {
  description = "Role of its code, for policies of its team."
  value       = aws_iam_role.task.name
}
