package d06ts

import (
	"testing"

	"ankhai/forms/form/formtest"
)

func TestCases(t *testing.T) { formtest.Run(t, D366) }

func TestEveryRuleFires(t *testing.T) { formtest.EveryRuleFires(t, D366) }

func TestProperties(t *testing.T) { formtest.Properties(t, D366) }
