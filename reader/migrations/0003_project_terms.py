"""A project has words of its own."""


from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('reader', '0002_citation_settings'),
    ]

    operations = [
        migrations.AddField(
            model_name='project',
            name='terms',
            field=models.JSONField(default=list, help_text='the words of its own by which its texts are cut'),
        ),
    ]
