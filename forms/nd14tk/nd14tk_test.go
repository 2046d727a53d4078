package nd14tk

import (
	"testing"

	"ankhai/forms/form/formtest"
)

func TestCases(t *testing.T) { formtest.Run(t, D14) }

func TestEveryRuleFires(t *testing.T) { formtest.EveryRuleFires(t, D14) }

func TestProperties(t *testing.T) { formtest.Properties(t, D14) }
