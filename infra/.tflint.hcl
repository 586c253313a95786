# SPDX-License-Identifier: Apache-2.0

plugin "terraform" {
  enabled = true
  preset  = "all"
}

# The root's files are named after what they hold
rule "terraform_standard_module_structure" {
  enabled = false
}
